import type { TextFile } from '../../../text/index.ts';

const BOM = '\uFEFF';

/**
 * All files as one stream of YAML documents, each file's text as it is: between two files stands what the reader needs
 * to tell them apart, and nothing where the next one brings its own marker.
 */
export function joinFiles(files: readonly TextFile[]): string {
  let joined = '';
  for (const { text } of files) {
    // A byte order mark may stand only at the start of a stream.
    const next = joined === '' || !text.startsWith(BOM) ? text : text.slice(1);
    if (joined !== '') {
      if (!joined.endsWith('\n')) joined += '\n';
      if (next.startsWith('%')) joined += '...\n';
      else if (!/^---(\s|$)/.test(next)) joined += '---\n';
    }
    joined += next;
  }
  return joined;
}
