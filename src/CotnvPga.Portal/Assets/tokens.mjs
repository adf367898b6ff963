// A theme sets thousands of design tokens (custom properties); the pages use a few hundred.

const usesIn = value => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(match => match[1]);

/** Removes from the sheet every custom property that neither it nor the other sheet uses, directly or through another one. */
export function dropUnusedTokens(sheet, other) {
  const definitions = new Map();
  const used = new Set();
  const waiting = [];
  const use = value => usesIn(value).forEach(name => { if (!used.has(name)) { used.add(name); waiting.push(name); } });
  for (const root of [sheet, other]) {
    root.walkDecls(declaration => {
      if (!declaration.prop.startsWith('--')) use(declaration.value);
      else definitions.set(declaration.prop, [...definitions.get(declaration.prop) ?? [], declaration.value]);
    });
  }
  while (waiting.length > 0) (definitions.get(waiting.pop()) ?? []).forEach(use);
  sheet.walkDecls(/^--/, declaration => { if (!used.has(declaration.prop)) declaration.remove(); });
  sheet.walkRules(rule => { if (rule.nodes.length === 0) rule.remove(); });
}
