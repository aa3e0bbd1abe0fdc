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

describe('an edit of much', () => {
  const many = (mode: string) =>
    Array.from({ length: 210 }, (_, n) => ({
      path: `rule-${n}.yaml`,
      text: file(mode)[0]?.text.replaceAll('till', `till-${n}`) ?? '',
    }));

  it('may leave its problems for later: then catching up finds them', () => {
    const pipeline = createPipeline({ checks: { createChecker } });
    pipeline.update(many('SIMPLE'), [], true);
    const told = pipeline.update(many('SIMPEL'), [], true);
    expect(pipeline.isBehind()).toBe(true);
    expect(codes(told)).not.toContain('MW0204');
    drain(pipeline.catchUp());
    expect(pipeline.isBehind()).toBe(false);
    const fresh = createPipeline({ checks: { createChecker } }).update(many('SIMPEL'));
    expect(pipeline.update(many('SIMPEL')).problems).toEqual(fresh.problems);
    expect(codes(fresh)).toContain('MW0204');
  });

  it('tells them at once where nobody may wait', () => {
    const pipeline = createPipeline({ checks: { createChecker } });
    pipeline.update(many('SIMPLE'));
    expect(codes(pipeline.update(many('SIMPEL')))).toContain('MW0204');
    expect(pipeline.isBehind()).toBe(false);
  });
});
