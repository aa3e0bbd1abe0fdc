/** One file of a workspace. `path` is relative, with `/`; `text` is exactly what was opened, BOM and line ends included. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The text of the file at a path; undefined where there is no such file. */
export function fileText(files: readonly TextFile[], path: string): string | undefined {
  return files.find((file) => file.path === path)?.text;
}
