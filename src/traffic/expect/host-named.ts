/** Whether a host is the one that a person names: a name without dots stands for a Service of that name in any namespace. */
export const isHostNamed = (actual: string, named: string): boolean =>
  actual === named.toLowerCase() ||
  (!named.includes('.') && actual.startsWith(`${named.toLowerCase()}.`) && actual.includes('.svc.'));
