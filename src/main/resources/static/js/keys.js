// "/" leads to the search of the desk; Escape or a click elsewhere closes a menu. All of it works without, too.
document.addEventListener("keydown", event => {
    const search = document.getElementById("find");
    if (event.key === "/" && search && !event.ctrlKey && !event.altKey && !event.target.closest("input, select, textarea")) {
        event.preventDefault();
        search.focus();
    }
    const menu = document.querySelector("details.menu[open]");
    if (event.key === "Escape" && menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});
document.addEventListener("click", event => {
    document.querySelectorAll("details.menu[open]").forEach(menu => menu.open = menu.contains(event.target));
});
