// The words of a table, which stand in its template, translated; elements; paths.

export function speaker(element) {
  const words = JSON.parse(element.querySelector("script.words").textContent);
  return (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

// The steps of a place below a field: of 预算.分项.2.支出 below 预算 分项, 2 and 支出.
export function below(path, where) {
  const steps = Array.isArray(where) ? where.map(String) : String(where ?? "").split(".");
  return steps.slice(path.length);
}
