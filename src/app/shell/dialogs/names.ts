/** What Kubernetes asks of the name of these resources (a DNS subdomain, RFC 1123), or null if it is met. */
export function resourceNameObjection(name: string): string | null {
  if (name === '') return 'A resource needs a name.';
  if (name.length > 253) return 'Kubernetes takes names of up to 253 characters.';
  if (/[A-Z]/.test(name)) return 'Kubernetes takes lower-case letters only.';
  const wrong = /[^a-z0-9.-]/.exec(name);
  if (wrong) return `Kubernetes takes letters, digits, “-” and “.”, not “${wrong[0]}”.`;
  if (!name.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))) {
    return 'Each part has to begin and end with a letter or digit.';
  }
  return null;
}

/** What a workspace asks of a file's path, or null if it is met. `taken`: the other files' paths. */
export function filePathObjection(path: string, taken: readonly string[]): string | null {
  if (path === '') return 'A file needs a name.';
  if (path.startsWith('/') || path.endsWith('/')) return 'A file’s name neither begins nor ends with “/”.';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    return 'Folders need names; “.” and “..” lead out of the workspace.';
  }
  if (taken.includes(path)) return 'There is a file of this name.';
  return null;
}
