// Saving: the view as a picture, what is selected as data. Nothing leaves the reader's machine.
let selected = []; // the facts that the panel is about

/** Hand a file to the reader. */
function save(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  announce(t("saved", { name }));
}

const SAVES = {
  png: exportPng,
  svg: exportSvg,
  csv: async () => { await source.all(); save("facts.csv", new Blob([tableOf(selected)], { type: "text/csv" })); },
  ttl: async () => { await source.all(); save("facts.ttl", new Blob([turtleOf(selected)], { type: "text/turtle" })); },
};

function sayExport() {
  $("export").querySelector("summary").textContent = t("save");
  const choice = (name) => h("li", {}, h("button", { type: "button", "data-save": name, onclick: () => { $("export").open = false; SAVES[name](); } }, t(`saves.${name}`)));
  $("export").querySelector("ul").replaceChildren(...Object.keys(SAVES).map(choice));
}
