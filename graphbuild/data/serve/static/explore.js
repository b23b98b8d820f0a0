"use strict";
// The picture holds a part of the graph: ways out of it, and back to its beginning.
const bar = document.createElement("p");
bar.className = "around";
const over = document.querySelector(".masthead .over") ?? document.body;
over.insertBefore(bar, over.lastElementChild);
const link = (href, text) => Object.assign(document.createElement("a"), { href, textContent: text });

const offer = () => {
  const french = document.documentElement.lang === "fr";
  bar.replaceChildren(link("/", french ? "Accueil" : "Start"), " · ", link("/explore", french ? "Les plus grands montants" : "The biggest sums"));
};
new MutationObserver(offer).observe(document.documentElement, { attributeFilter: ["lang"] });
offer();
