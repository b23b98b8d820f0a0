"use strict";
// Adding articles: files may be dropped; progress is told as it happens.
const drop = document.getElementById("drop");
if (drop) {
  const files = drop.querySelector("input");
  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    });
  }
}

const progress = document.getElementById("progress");
if (progress) {
  const STAGES = JSON.parse(document.getElementById("stages").textContent);
  const WORDS = JSON.parse(document.getElementById("said-at-the-end").textContent);
  const outcome = document.getElementById("outcome");
  const source = new EventSource(progress.dataset.events);
  const link = (href, text) => Object.assign(document.createElement("a"), { href, textContent: text });
  source.addEventListener("message", ({ data }) => {
    const event = JSON.parse(data);
    if (event.stage) {
      const last = progress.lastElementChild, text = STAGES[event.stage] ?? event.stage;
      const item = last?.dataset.stage === event.stage ? last : progress.appendChild(document.createElement("li"));
      item.dataset.stage = event.stage;
      item.textContent = event.documents ? `${text} (${event.documents})` : text;
      return;
    }
    source.close();
    progress.classList.add("done");
    outcome.replaceChildren(event.error ?? WORDS.done);
    for (const issue of event.result?.issues ?? []) outcome.append(document.createElement("br"), issue);
    const pages = event.pages ?? [];
    for (const page of pages) outcome.append(document.createElement("br"), link(page, `${WORDS.open} →`));
    outcome.append(document.createElement("br"), link("/edit/", WORDS.back));
    if (pages.length === 1 && !event.result.issues.length) location.replace(pages[0]);
  });
}
