import { describe, expect, it } from 'vitest';
import { createChecker } from '../checks/index.ts';
import { createPipeline } from './pipeline.ts';

const file = (mode: string) => [
  {
    path: 'rule.yaml',
    text: `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: till, namespace: shop}\nspec: {host: till.example, trafficPolicy: {tls: {mode: ${mode}}}}\n`,
  },
];
const codes = ({ problems }: { problems: readonly { code: string }[] }) => problems.map(({ code }) => code);
const drain = (steps: Generator<void, void>) => {
  for (const _ of steps);
};

describe('newer rules', () => {
  it('take over once they have looked at everything, and every edit until then is told of by those before', () => {
    const pipeline = createPipeline({ checks: { createChecker } });
    expect(codes(pipeline.update(file('SIMPEL')))).toContain('MW0204');
    pipeline.check({ createChecker });
    expect(pipeline.isBehind()).toBe(false);
    expect(pipeline.canCatchUp()).toBe(true);
    const looking = pipeline.catchUp();
    looking.next();
    expect(codes(pipeline.update(file('SIMPLE')))).not.toContain('MW0204');
    expect(codes(pipeline.update(file('MUTUALL')))).toContain('MW0204');
    drain(looking);
    expect(pipeline.canCatchUp()).toBe(false);
    expect(codes(pipeline.update(file('MUTUALL')))).toContain('MW0204');
    expect(codes(pipeline.update(file('SIMPLE')))).not.toContain('MW0204');
  });

  it('are waited for where there were none: what is missing is found by catching up', () => {
    const pipeline = createPipeline();
    expect(codes(pipeline.update(file('SIMPEL')))).toEqual([]);
    pipeline.check({ createChecker });
    expect(pipeline.isBehind()).toBe(true);
    expect(codes(pipeline.update(file('SIMPEL')))).toEqual([]);
    drain(pipeline.catchUp());
    expect(pipeline.isBehind()).toBe(false);
    expect(codes(pipeline.update(file('SIMPEL')))).toContain('MW0204');
  });
});
