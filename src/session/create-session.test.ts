import { describe, expect, it } from 'vitest';
import { createSession } from './create-session.ts';
import { createFakeClock } from './fake-clock.testkit.ts';
import { createMemoryDisk } from './memory-storage.ts';

async function open(disk = createMemoryDisk()) {
  const clock = createFakeClock();
  const session = createSession({ storage: disk.connect(), clock });
  await clock.advance(0);
  await session.settled();
  return { session, clock, disk, state: () => session.getState() };
}

describe('createSession', () => {
  it('opens on the sample', async () => {
    const { state } = await open();
    expect(state().ready).toBe(true);
    expect(state().workspace.name).toBe('payments-egress');
    expect(state().activeFile).toBe('external-api.yaml');
    expect(state().analysis.mesh.resources.map(({ id }) => id)).toEqual([
      'VirtualService/mesh-network/external-api-routing',
      'ServiceEntry/mesh-network/external-api-entry',
      'DestinationRule/mesh-network/external-api-rule',
    ]);
    expect(state().analysis.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
