/** What Kubernetes asks of the names of resources (a DNS subdomain, RFC 1123), or undefined if it is met. */
export function nameObjection(name: string): string | undefined {
  if (name === '') return 'It needs a name.';
  if (name.length > 253) return 'Kubernetes takes names of up to 253 characters.';
  return name.split('.').every((label) => LABEL.test(label))
    ? undefined
    : 'Kubernetes takes lower-case letters, digits, “-” and “.”, each part beginning and ending with a letter or digit.';
}

/** The same of a namespace, whose name is one label. */
export function labelObjection(name: string): string | undefined {
  if (name === '') return 'It needs a name.';
  return name.length <= 63 && LABEL.test(name)
    ? undefined
    : 'Kubernetes takes up to 63 lower-case letters, digits and “-”, beginning and ending with a letter or digit.';
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
