import type { TextFile } from '../text/index.ts';

/** What people open files for, in the order of how well a file shows it: by how its documents begin. */
const WORTH_SEEING = [
  /^[ \t-]*apiVersion:[ \t]*["']?networking\.istio\.io\//m,
  /^[ \t-]*apiVersion:[ \t]*["']?[\w.-]*istio\.io\//m,
  /^[ \t-]*apiVersion:[ \t]*["']?(?:v1|apps\/v1|gateway\.networking\.k8s\.io\/\w+)["']?[ \t\r]*$/m,
];

/** The file to show of files that are opened: the first that holds resources with a say in traffic, else the first. */
export function firstShown(files: readonly TextFile[]): string | null {
  for (const words of WORTH_SEEING) {
    const found = files.find(({ text }) => words.test(text));
    if (found) return found.path;
  }
  return files[0]?.path ?? null;
}
