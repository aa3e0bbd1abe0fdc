/** A path as files of a workspace have it: relative, with `/`, never leaving the workspace. */
export function cleanPath(path: string): string {
  const parts = path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || 'untitled.yaml';
}

/** The path, or the next free one: `a.yaml`, `a-2.yaml`, `a-3.yaml`. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let n = 2; ; n++) {
    const candidate = `${path.slice(0, end)}-${n}${path.slice(end)}`;
    if (!taken.has(candidate)) return candidate;
  }
}
