import { openWorkspace, type YamlValue } from '../index.ts';
import { readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { decoded, readOne, STDIN } from './read-files.ts';
import { UsageError } from './usage-error.ts';
import { write } from './write-file.ts';

/** `meshwright set FILE RESOURCE PATH JSON_VALUE` or `--delete`: one field, in place, nothing else touched. */
export async function set(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('set', args, { delete: { type: 'boolean' } });
  if (values.help) {
    io.out(COMMAND_HELP['set'] ?? '');
    return EXIT.ok;
  }
  const wanted = values.delete ? 3 : 4;
  const [file, resource, path, json] = words;
  if (words.length !== wanted || file === undefined || resource === undefined || path === undefined) {
    throw new UsageError(
      values.delete
        ? 'set --delete takes FILE RESOURCE PATH.'
        : 'set takes FILE RESOURCE PATH JSON_VALUE (or --delete instead of the value). Quote a path with brackets.',
    );
  }
  const value = json === undefined ? undefined : readValue(json);
  const before =
    file === STDIN ? { path: '<stdin>', text: decoded('<stdin>', await io.stdin()) } : await readOne(file);
  const workspace = openWorkspace([before]);
  if (value === undefined) workspace.remove(resource, path);
  else workspace.set(resource, path, value);
  const after = workspace.files()[0]?.text ?? before.text;
  if (file === STDIN) io.out(after);
  else if (after !== before.text) await write(file, after);
  return EXIT.ok;
}

function readValue(json: string): YamlValue {
  try {
    return JSON.parse(json) as YamlValue;
  } catch {
    throw new UsageError(
      `JSON_VALUE is not JSON: ${json}\nA string needs its own quotes, as in '"${json}"'.`,
    );
  }
}
