/** The address that istiod gives to a ServiceEntry's host which has none, by its number from 1 (`PILOT_ENABLE_IP_AUTOALLOCATE`). */
export const autoAddressOf = (number: number): string =>
  `240.240.${Math.floor(number / 256)}.${number % 256}`;

/** Stands for whatever address public DNS gives; no Service and no ServiceEntry has it. */
export const PUBLIC_ADDRESS = 'public';

/** Whether an address is a range. */
export const isRange = (address: string): boolean => address.includes('/');

const bits = (address: string): number | undefined => {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
};

/** How long the prefix is by which a range holds an IPv4 address; -1 where it does not. A single address is its own range. */
export function heldBy(range: string, address: string): number {
  const [base = '', length = '32'] = range.split('/');
  if (base === address) return Number(length);
  const [one, other] = [bits(base), bits(address)];
  if (one === undefined || other === undefined || !isRange(range)) return -1;
  const size = 2 ** (32 - Number(length));
  return Math.floor(one / size) === Math.floor(other / size) ? Number(length) : -1;
}
