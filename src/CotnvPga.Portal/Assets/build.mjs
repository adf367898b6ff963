// Makes wwwroot/gebouwd: the style sheet nlds.css with only what the pages use, and the fonts it names.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { dropUnusedTokens } from './tokens.mjs';

const assets = dirname(fileURLToPath(import.meta.url));
const portal = dirname(assets);
const target = join(portal, 'wwwroot', 'gebouwd');
const fontWeights = [400, 600, 700];
const fontSubsets = ['latin', 'latin-ext']; // names of people are not only Dutch

const find = createRequire(import.meta.url).resolve;
const read = name => readFile(find(name), 'utf8');

/** Class names stand in pages, in the C# that writes elements, and in scripts. */
const sources = ['Pages', 'Components', 'Shell', 'wwwroot'].map(folder => join(portal, folder, '**/*.{cshtml,cs,js}'));

/** Keeps the rules of classes that are named; "utrecht-alert--" followed by a value keeps all that begin so. */
async function purge(css) {
  const prefixes = [];
  const words = content => {
    const found = content.match(/[A-Za-z][\w-]*/g) ?? [];
    prefixes.push(...found.filter(word => /^utrecht-[\w-]*--$/.test(word)));
    return found;
  };
  const extractors = [{ extractor: words, extensions: ['cshtml', 'cs', 'js'] }];
  await new PurgeCSS().purge({ content: sources, css: [], extractors });
  const safelist = { standard: [...new Set(prefixes)].map(prefix => new RegExp(`^${prefix}`)) };
  const [result] = await new PurgeCSS().purge({ content: sources, css: [{ raw: css }], extractors, safelist, keyframes: true });
  return result.css;
}

/** Writes the font files under a name with their checksum, so that a browser may keep them for ever. */
async function fonts() {
  const ranges = JSON.parse(await read('@fontsource/noto-sans/unicode.json'));
  const faces = [];
  for (const subset of fontSubsets) {
    for (const weight of fontWeights) {
      const data = await readFile(find(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff2`));
      const file = `noto-sans-${subset}-${weight}.${createHash('sha256').update(data).digest('hex').slice(0, 10)}.woff2`;
      await writeFile(join(target, 'fonts', file), data);
      faces.push(`@font-face{font-family:"Noto Sans";font-style:normal;font-weight:${weight};font-display:swap;`
        + `src:url(fonts/${file}) format("woff2");unicode-range:${ranges[subset]}}`);
    }
  }
  return faces.join('\n');
}

/** Takes out comments (but licences) and white space. */
function squeeze(root) {
  root.walkComments(comment => { if (!comment.text.includes('@license')) comment.remove(); });
  root.walk(node => {
    node.raws.before = '';
    if (node.type === 'decl') node.raws.between = ':';
    if (node.type === 'rule') { node.raws.between = ''; node.selector = node.selector.replace(/\s*\n\s*/g, ''); }
    if (node.type !== 'decl') node.raws.after = '';
    node.raws.semicolon = false;
  });
}

await rm(target, { recursive: true, force: true });
await mkdir(join(target, 'fonts'), { recursive: true });

const components = await purge(await read('@utrecht/component-library-css/dist/index.css'));
const theme = await read('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css');
const own = await readFile(join(portal, 'wwwroot', 'portal.css'), 'utf8');
const sheet = postcss.parse(`${theme}\n${components}`);
sheet.walkAtRules('charset', rule => rule.remove());
dropUnusedTokens(sheet, postcss.parse(own));
squeeze(sheet);
await writeFile(join(target, 'nlds.css'), `@charset "UTF-8";\n${await fonts()}\n${sheet.toString()}\n`);
