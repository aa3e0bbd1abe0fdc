import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, number, type Spot } from '../../spot.ts';
import { portName, portProtocol } from '../names/port-names.ts';

/** The ports of a service: their names, protocols and numbers. Of a name given twice, and of numbers out of range, the schema speaks. */
export const ports: SpecRule = ({ spec }) => {
  const written = all(spec, 'ports[]');
  return [
    ...written.flatMap((port) => [...portName(port, true), ...portProtocol(port, false)]),
    ...numbersTwice(written),
  ];
};

/** Ports whose number another one has already. */
export function numbersTwice(ports: readonly Spot[]): readonly Finding[] {
  const seen = new Set<number>();
  return ports.flatMap((port) => {
    const spot = at(port, 'number');
    const value = number(spot);
    if (value === undefined || value === 0) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const what = `There are two ports with the number ${String(value)}.`;
    return [refuse('MW0602', spot, what, { mends: [removing(port.path, 'Remove the second')] })];
  });
}
