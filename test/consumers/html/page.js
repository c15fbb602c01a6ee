// Listens to the element.
document.querySelector("import-existing-users").addEventListener("ieu-imported", ({ detail }) => {
  document.querySelector("#told").textContent = detail.counters.total;
});
