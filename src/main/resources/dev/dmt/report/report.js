for (const header of document.querySelectorAll("th")) {
  header.addEventListener("click", () => {
    const row = header.parentNode, body = row.closest("table").tBodies[0];
    const column = [...row.children].indexOf(header), number = header.classList.contains("n");
    const was = header.getAttribute("aria-sort"), up = was ? was !== "ascending" : !number;
    for (const other of row.children) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    const value = line => line.children[column].dataset.s;
    const order = (a, b) => number ? value(a) - value(b) : value(a).localeCompare(value(b), undefined, { numeric: true });
    body.append(...[...body.rows].sort((a, b) => up ? order(a, b) : order(b, a)));
  });
}
