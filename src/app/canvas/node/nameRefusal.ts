const LONGEST = 253;
const ALLOWED = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** Why Kubernetes would not take this name; null where it would. */
export function nameRefusal(name: string): string | null {
  if (name === '') return 'It needs a name.';
  if (name.length > LONGEST) return `A name has ${LONGEST} characters at most.`;
  if (!ALLOWED.test(name)) {
    return 'Use small letters, digits, “-” and “.”, with a letter or digit at both ends.';
  }
  return null;
}
