import { oneOf, readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { readFiles } from './read-files.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** `meshwright graph FILES…`: the nodes and edges that the canvas would draw, or the picture itself. */
export async function graph(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('graph', args, {
    format: { type: 'string' },
    theme: { type: 'string' },
    flow: { type: 'string' },
    transparent: { type: 'boolean' },
    ...SETTINGS_OPTIONS,
  });
  if (values.help) {
    io.out(COMMAND_HELP['graph'] ?? '');
    return EXIT.ok;
  }
  const format = oneOf('--format', values.format, ['json', 'mermaid', 'svg']);
  const theme = oneOf('--theme', values.theme, ['light', 'dark']);
  const flow = oneOf('--flow', values.flow, ['down', 'right']);
  const look = [
    ['--theme', values.theme],
    ['--flow', values.flow],
    ['--transparent', values.transparent],
  ] as const;
  const odd = look.find(([, value]) => value !== undefined);
  if (odd && format !== 'svg') throw new UsageError(`${odd[0]} is for --format svg.`);
  const workspace = await open(await readFiles(words, io), values);
  const text = {
    json: () => `${JSON.stringify(workspace.topology(), null, 2)}\n`,
    mermaid: () => workspace.mermaid(),
    svg: () => workspace.svg({ theme, flow, transparent: values.transparent === true }),
  };
  io.out(text[format]());
  return EXIT.ok;
}
