"use strict";
// The picture holds a part of the graph; what is chosen in it leads to what is around it, and to its page.
const bar = document.createElement("p");
bar.className = "around";
const home = document.querySelector(".masthead .over") ?? document.body;
home.insertBefore(bar, home.lastElementChild);
const french = () => document.documentElement.lang === "fr";
const link = (href, text) => Object.assign(document.createElement("a"), { href, textContent: text });

const offer = () => {
  const iri = /^#entity=(.*)$/.exec(location.hash)?.[1] ?? "";
  let name = "";
  try { name = decodeURIComponent(iri); } catch { /* no address of ours */ }
  const known = /^https?:/.test(name);
  bar.replaceChildren(link("/", french() ? "Accueil" : "Start"), " · ",
    ...(known
      ? [link(`/explore?around=${encodeURIComponent(name)}#entity=${encodeURIComponent(name)}`, french() ? "Tout ce qui l’entoure" : "All that is around it")]
      : [link("/explore", french() ? "Les plus grands montants" : "The biggest sums")]));
};
addEventListener("hashchange", offer);
new MutationObserver(offer).observe(document.documentElement, { attributeFilter: ["lang"] });
offer();
