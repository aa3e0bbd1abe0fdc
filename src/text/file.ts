/** One file of a workspace. `path` is relative, with `/`; `text` is exactly what was opened, BOM and line ends included. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}
