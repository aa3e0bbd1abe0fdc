/** True for what Go's `netip` reads as an address: IPv4 without leading zeros, or IPv6, with a zone if one is written. */
export function isAddress(text: string): boolean {
  if (!text.includes(':')) return isIPv4(text);
  const percent = text.indexOf('%');
  if (percent < 0) return isIPv6(text);
  return percent < text.length - 1 && isIPv6(text.slice(0, percent));
}

/** True for an address, or for one with the length of a prefix (`10.0.0.0/8`; bits beyond the prefix may be set). */
export function isAddressOrRange(text: string): boolean {
  const parts = text.split('/');
  const [address = '', bits = ''] = parts;
  if (parts.length !== 2) return isAddress(text);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false;
  return address.includes(':')
    ? !address.includes('%') && isIPv6(address) && Number(bits) <= 128
    : isIPv4(address) && Number(bits) <= 32;
}

export function isIPv4(text: string): boolean {
  // Nearly all that is asked about are names.
  if (!/^\d/.test(text)) return false;
  const parts = text.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

function isIPv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  // The last two groups may be written as IPv4, though not before the `::`.
  const mixed = last.includes('.') && halves.at(-1) !== '';
  const plain = mixed ? groups.slice(0, -1) : groups;
  if ((mixed && !isIPv4(last)) || !plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const count = plain.length + (mixed ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** What is wrong with the path after `unix://`, as a clause; null when it is fine. A name that begins with `@` is not of a file. */
export function faultOfUnixAddress(address: string): string | null {
  const path = address.slice(UNIX.length);
  if (path === '') return 'nothing follows "unix://"';
  if (path.startsWith('@')) return null;
  if (!path.startsWith('/')) return 'the path after "unix://" must begin with a slash (three in all) or an @';
  return path.endsWith('/') ? 'the path ends with a slash, so it is no socket' : null;
}

const UNIX = 'unix://';

export const isUnixAddress = (text: string): boolean => text.startsWith(UNIX);
