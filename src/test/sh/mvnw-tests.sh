#!/bin/sh
# Tests of ./mvnw: with a `mvn`, `curl` and `wget` played by scripts, a home of its own and nothing else
# on the PATH than what is linked there. Needs no network. The shell to test it in may be given: mvnw-tests.sh dash
set -eu

shell=$(command -v "${1:-sh}")
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
unset MAVEN_ARGS MAVEN_OPTS MAVEN_USER_HOME MVNW_REPOURL MVNW_ASKS_FOR_VERSION

failed=0
ran=0

# A row: what is expected, whether it is so
check() {
    ran=$((ran + 1))
    said=$1
    shift
    if "$@"; then
        printf 'ok %s - %s\n' "$ran" "$said"
    else
        failed=$((failed + 1))
        printf 'not ok %s - %s\n' "$ran" "$said"
        sed 's/^/#   out: /' "$case_dir/out"
        sed 's/^/#   err: /' "$case_dir/err"
    fi
}

said_in_err() { grep -q -- "$1" "$case_dir/err"; }
downloads() { [ "$(wc -l <"$case_dir/downloads" | tr -d ' ')" -eq "$1" ]; }
same() { [ "$1" = "$2" ] || { printf '#   is: %s\n#   expected: %s\n' "$1" "$2"; return 1; }; }
none_left() { [ -z "$(find "${1:-$case_dir/home}" ! -type d -o -name 'new.*' 2>/dev/null)" ]; }

# A new home, and a PATH with the tools that mvnw needs and those named
world() {
    case_dir=$work/$1
    shift
    bin=$case_dir/bin
    mkdir -p "$case_dir/home" "$bin"
    : >"$case_dir/downloads"
    : >"$case_dir/out"
    : >"$case_dir/err"
    for tool in sh cat sed tar gzip mktemp mkdir mv rm cp sleep "$@"; do
        found=$(command -v "$tool") || continue
        ln -s "$found" "$bin/$tool"
    done
}

# A `mvn` that says its version in the given format, and otherwise what it was called with
fake_mvn() {
    cat >"$1" <<EOF
#!/bin/sh
if [ "\$*" = -v ]; then
    cat >/dev/null
    [ -z "\${MAVEN_OPTS-}\${MAVEN_ARGS-}" ] || exit 1
    printf '$2'
    exit ${3:-0}
fi
echo '$4'
for argument in "\$@"; do printf '<%s>\n' "\$argument"; done
[ -z "\${READ_INPUT-}" ] || cat
[ -z "\${MAVEN_ARGS-}" ] || echo "with \$MAVEN_ARGS and \$MAVEN_OPTS"
exit \${FAKE_EXIT:-0}
EOF
    chmod +x "$1"
}
installed_mvn() { fake_mvn "$bin/mvn" "$1" "${2:-0}" 'the installed Maven'; }

# A `curl` and a `wget` that know the last argument as the address and the one after -o or -O as the file
fake_download() {
    cat >"$bin/$1" <<EOF
#!/bin/sh
while [ \$# -gt 1 ]; do
    case \$1 in -o | -O) file=\$2 ;; esac
    shift
done
echo "\$1" >>'$case_dir/downloads'
sleep "\${FAKE_DELAY:-0}"
[ -z "\${FAKE_DOWNLOAD_FAILS-}" ] || exit 22
cp '$work/dist.tar.gz' "\$file"
EOF
    chmod +x "$bin/$1"
}

# Runs the copy of mvnw; its exit code is in $code
mvnw() {
    code=0
    env HOME="$case_dir/home" PATH="$bin" "$shell" "$work/project dir/mvnw" "$@" \
        >"$case_dir/out" 2>"$case_dir/err" || code=$?
}
out() { cat "$case_dir/out"; }

hash_of() {
    if command -v sha512sum >/dev/null; then sha512sum <"$1"; else shasum -a 512 <"$1"; fi | cut -d ' ' -f 1
}

# A project with mvnw as it is, and a pinned Maven that we make here
mkdir -p "$work/project dir/.mvn/wrapper" "$work/apache-maven-3.9.99/bin"
cp "$root/mvnw" "$work/project dir/mvnw"
fake_mvn "$work/apache-maven-3.9.99/bin/mvn" 'Apache Maven 3.9.99\n' 0 'the pinned Maven'
(cd "$work" && tar -czf dist.tar.gz apache-maven-3.9.99)
pinned=https://archive.apache.org/dist/maven/maven-3/3.9.99/binaries/apache-maven-3.9.99-bin.tar.gz
pin() {
    printf '# pinned\ndistributionUrl=%s\ndistributionSha512Sum=%s\ndistributionZipUrl=none\n' "$pinned" "$1" \
        >"$work/project dir/.mvn/wrapper/maven-wrapper.properties"
}
sum=$(hash_of "$work/dist.tar.gz")
pin "$sum"

# An installed Maven
n=0
while IFS='|' read -r used version exit_code; do
    n=$((n + 1))
    world "version$n" sha512sum shasum
    fake_download curl
    installed_mvn "$version" "$exit_code"
    mvnw verify
    check "mvn -v says $version, exit code $exit_code: $used is run" same "$(out)" "the $used Maven
<verify>"
done <<'EOF'
installed|\033[1mApache Maven 3.8.7\033[m\nMaven home: /usr/share/maven\n\033[0m|0
installed|\033[1mApache Maven \033[36m3.8.1\033[0m (hash)\r\n|0
installed|Apache Maven 3.10.0 (hash)\n|0
installed|Apache Maven 4.0.0-rc-4 (hash)\n|0
installed|A warning of the JVM\nApache Maven 3.9.9 (hash)\n|0
pinned|Apache Maven 3.6.3\nMaven home: /usr/share/maven-3.8.7\n|0
pinned|Apache Maven 2.9.1\n|0
pinned|Apache Maven 3.9.9\n|1
pinned|The JAVA_HOME environment variable is not defined correctly\n|1
pinned|\n|0
EOF

# Arguments, exit code, standard input, folder
for kind in installed pinned; do
    world "pass-$kind" sha512sum shasum
    fake_download curl
    [ "$kind" = pinned ] || installed_mvn 'Apache Maven 3.9.9\n'
    FAKE_EXIT=37
    export FAKE_EXIT
    # shellcheck disable=SC2016 # as it is
    mvnw -Dname='two words' '' 'a "quoted" $HOME `ls` \n' '*' -- "it's"
    unset FAKE_EXIT
    check "$kind: arguments arrive unchanged" same "$(out)" "the $kind Maven
<-Dname=two words>
<>
<a \"quoted\" \$HOME \`ls\` \\n>
<*>
<-->
<it's>"
    check "$kind: the exit code is Maven's" same "$code" 37
    READ_INPUT=yes
    export READ_INPUT
    mvnw <<'EOF'
typed in
EOF
    unset READ_INPUT
    check "$kind: standard input is left to Maven" same "$(out)" "the $kind Maven
typed in"
done

world options sha512sum shasum
installed_mvn 'Apache Maven 3.9.9\n'
MAVEN_ARGS=-q MAVEN_OPTS=-agentlib:jdwp
export MAVEN_ARGS MAVEN_OPTS
mvnw verify
unset MAVEN_ARGS MAVEN_OPTS
check 'the options in the environment are for the run, not for asking the version' same "$(out)" \
    'the installed Maven
<verify>
with -q and -agentlib:jdwp'

# The download
world download sha512sum shasum
fake_download curl
mvnw one
check 'the pinned version comes from its address' same "$(cat "$case_dir/downloads")" "$pinned"
check 'the download is announced on standard error' said_in_err "downloading $pinned"
mvnw two
check 'a second run downloads nothing' downloads 1
check 'a second run says nothing of its own' same "$(cat "$case_dir/err")" ''
check 'only the unpacked Maven is kept' same \
    "$(find "$case_dir/home" -type f | sed "s|^$case_dir/home/||")" \
    ".m2/wrapper/dists/apache-maven-3.9.99/$(printf '%.16s' "$sum")/apache-maven-3.9.99/bin/mvn"
check 'no temporary folder is left' same "$(find "$case_dir/home" -name 'new.*')" ''
(cd "$work" && mkdir elsewhere && cd elsewhere &&
    env HOME="$case_dir/home" PATH="$bin" "$shell" '../project dir/mvnw' three >"$case_dir/out" 2>"$case_dir/err")
check 'called from another folder by a relative path' same "$(out)" 'the pinned Maven
<three>'
(cd "$work/project dir" &&
    env HOME="$case_dir/home" PATH="$bin" "$shell" mvnw four >"$case_dir/out" 2>"$case_dir/err")
check 'called as the name alone' same "$(out)" 'the pinned Maven
<four>'

world user-home sha512sum shasum
fake_download curl
MAVEN_USER_HOME="$case_dir/other home"
export MAVEN_USER_HOME
mvnw verify
check 'MAVEN_USER_HOME is where it is kept' [ -d "$MAVEN_USER_HOME/wrapper/dists/apache-maven-3.9.99" ]
unset MAVEN_USER_HOME
check 'MAVEN_USER_HOME instead of the home' none_left

world mirror sha512sum shasum
fake_download curl
MVNW_REPOURL=http://mirror.example/maven/
export MVNW_REPOURL
mvnw verify
unset MVNW_REPOURL
check 'MVNW_REPOURL is asked instead' same "$(cat "$case_dir/downloads")" \
    http://mirror.example/maven/org/apache/maven/apache-maven/3.9.99/apache-maven-3.9.99-bin.tar.gz
check 'MVNW_REPOURL serves the same Maven' same "$(out)" 'the pinned Maven
<verify>'

world wget sha512sum shasum
fake_download wget
mvnw verify
check 'wget where there is no curl' same "$(out)" 'the pinned Maven
<verify>'

world no-download sha512sum shasum
installed_mvn 'Apache Maven 3.6.3\n'
mvnw verify
check 'neither curl nor wget: fails' same "$code" 1
check 'neither curl nor wget: says so' said_in_err 'Maven 3.8 or newer (installed is 3.6), or curl or wget'

for tool in sha512sum shasum openssl; do
    if command -v "$tool" >/dev/null; then
        world "sum-$tool" "$tool"
        fake_download curl
        mvnw verify
        check "the checksum by $tool" same "$(out)" 'the pinned Maven
<verify>'
    fi
done

world no-sum
fake_download curl
mvnw verify
check 'nothing to compute a checksum with: fails' same "$code" 1
check 'nothing to compute a checksum with: says so' said_in_err 'sha512sum, shasum or openssl'
check 'nothing to compute a checksum with: downloads nothing' downloads 0

world download-fails sha512sum shasum
fake_download curl
FAKE_DOWNLOAD_FAILS=yes
export FAKE_DOWNLOAD_FAILS
mvnw verify
unset FAKE_DOWNLOAD_FAILS
check 'a failing download: fails' same "$code" 1
check 'a failing download: says so' said_in_err "cannot download $pinned"
check 'a failing download: nothing is left' none_left

world at-once sha512sum shasum
fake_download curl
FAKE_DELAY=1
export FAKE_DELAY
for run in 1 2 3; do
    {
        env HOME="$case_dir/home" PATH="$bin" "$shell" "$work/project dir/mvnw" "$run" 2>>"$case_dir/err" &&
            echo 'and succeed'
    } >"$case_dir/out$run" &
done
wait
unset FAKE_DELAY
check 'three runs at once all download' downloads 3
check 'three runs at once all run Maven' same "$(cat "$case_dir"/out?)" 'the pinned Maven
<1>
and succeed
the pinned Maven
<2>
and succeed
the pinned Maven
<3>
and succeed'
check 'three runs at once leave one Maven' same "$(find "$case_dir/home" -type f | wc -l | tr -d ' ')" 1
check 'three runs at once leave no temporary folder' same "$(find "$case_dir/home" -name 'new.*')" ''

world itself sha512sum shasum
fake_download curl
printf '#!/bin/sh\nexec "%s" "%s/project dir/mvnw" "$@"\n' "$shell" "$work" >"$bin/mvn"
chmod +x "$bin/mvn"
mvnw verify
check 'a mvn that is mvnw itself is no installed Maven' same "$(out)" 'the pinned Maven
<verify>'

pin "$(printf '%0128d' 0)"
world wrong-sum sha512sum shasum
fake_download curl
mvnw verify
check 'a wrong checksum: fails' same "$code" 1
check 'a wrong checksum: says so' said_in_err "refused: the SHA-512 of $pinned is $sum"
check 'a wrong checksum: runs nothing' same "$(out)" ''
check 'a wrong checksum: nothing is left' none_left

pin ''
world no-pin sha512sum shasum
fake_download curl
mvnw verify
check 'no pinned checksum: fails' same "$code" 1
check 'no pinned checksum: downloads nothing' downloads 0

# What is pinned in this project
case_dir=$work
: >"$work/out"
: >"$work/err"
for line in 'distributionUrl=https://archive\.apache\.org/dist/maven/maven-3/\(3\.9\.[0-9]*\)/binaries/apache-maven-\1-bin\.tar\.gz' \
    'distributionSha512Sum=[0-9a-f]\{128\}' \
    'distributionZipUrl=https://archive\.apache\.org/dist/maven/maven-3/\(3\.9\.[0-9]*\)/binaries/apache-maven-\1-bin\.zip' \
    'distributionZipSha512Sum=[0-9a-f]\{128\}'; do
    check "pinned here: ${line%%=*}" grep -q "^$line\$" "$root/.mvn/wrapper/maven-wrapper.properties"
done

printf '1..%s, %s failed\n' "$ran" "$failed"
[ "$failed" -eq 0 ]
