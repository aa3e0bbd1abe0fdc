/** What a workspace asks of a file's path, or undefined if it is met. */
export function fileObjection(path: string): string | undefined {
  const parts = path.trim().split('/');
  if (path.trim() === '') return 'A file needs a name.';
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'Folders need names; “.” and “..” lead out of the workspace.';
  return /\.(?:ya?ml|json)$/i.test(path) ? undefined : 'A file of resources ends with .yaml or .yml.';
}
