// Writes a page for each problem code into docs/problems/, from src/checks/codes; with --check, only says whether they are as they should be.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build } from 'vite';

const folder = path.resolve('docs/problems');
const { CODES, usualEffect } = await codes();

const EFFECTS = {
  rejected: 'Rejected: the cluster, or kubectl before it, refuses the resource. Nothing of it counts.',
  misbehaves:
    'Misbehaves: the cluster takes it without a word, and traffic does something else than the files seem to say.',
  note: 'A note: nothing fails by it. It is worth knowing, or can be written better.',
};

const pages = new Map(Object.entries(CODES).map(([code, info]) => [`${code}.md`, pageOf(code, info)]));
pages.set('README.md', index());

if (process.argv.includes('--check')) {
  const there = await readdir(folder).catch(() => []);
  const wrong = [...new Set([...there, ...pages.keys()])].map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
    return text === pages.get(name) ? [] : [name];
  });
  const names = (await Promise.all(wrong)).flat();
  if (names.length > 0) {
    console.error(
      `docs/problems is not what src/checks/codes says: ${names.join(', ')}. Run "npm run docs".`,
    );
    process.exit(1);
  }
} else {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([...pages].map(([name, text]) => writeFile(path.join(folder, name), text)));
}

/** The codes as the build has them: they are TypeScript, which Node does not read by itself. */
async function codes() {
  const [entry, module] = ['virtual:codes', '\0codes'];
  const source = ['codes', 'effect'].map((name) => `export * from '/src/checks/${name}.ts';`).join('\n');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'codes',
        resolveId: (id) => (id === entry ? module : undefined),
        load: (id) => (id === module ? source : undefined),
      },
    ],
    build: { write: false, ssr: true, rollupOptions: { input: entry } },
  });
  const { code } = built.output[0];
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

function pageOf(code, { title, means, severity, aliases }) {
  const named = (tool) => aliases.filter((alias) => alias.startsWith(tool));
  const others = [
    ['istioctl analyze', named('IST')],
    ['Kiali', named('KIA')],
  ].filter(([, known]) => known.length > 0);
  const names = others.map(([tool, known]) => `- ${tool}: ${known.join(', ')}`);
  return `${[
    `# ${code}: ${title}`,
    means,
    EFFECTS[usualEffect(code)],
    `Severity: ${severity}.`,
    ...(names.length > 0 ? ['## Other names', names.join('\n')] : []),
    '## Not to be told of it',
    `On one resource, by the annotation \`meshwright.io/suppress: ${code}\`; everywhere, by \`suppress: [${code}]\` in \`meshwright.config.yaml\`.`,
    '[All problems](README.md)',
  ].join('\n\n')}\n`;
}

function index() {
  const rows = Object.entries(CODES).map(([code, { title }]) => `- [${code}](${code}.md): ${title}`);
  const head = 'Every problem that Meshwright tells of. These pages are written by `npm run docs`.';
  return `# Problems\n\n${head}\n\n${rows.join('\n')}\n`;
}
