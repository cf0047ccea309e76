CREATE TABLE item (name VARCHAR(100) PRIMARY KEY);
INSERT INTO item VALUES ('one'), ('two'), ('three');
