import { oneOf, readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { readFiles } from './read-files.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';

/** `meshwright graph FILES…`: the nodes and edges that the canvas would draw. */
export async function graph(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('graph', args, { format: { type: 'string' }, ...SETTINGS_OPTIONS });
  if (values.help) {
    io.out(COMMAND_HELP['graph'] ?? '');
    return EXIT.ok;
  }
  const format = oneOf('--format', values.format, ['json', 'mermaid']);
  const workspace = await open(await readFiles(words, io), values);
  io.out(format === 'json' ? `${JSON.stringify(workspace.topology(), null, 2)}\n` : workspace.mermaid());
  return EXIT.ok;
}
