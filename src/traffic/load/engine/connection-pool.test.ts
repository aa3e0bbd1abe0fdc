import { describe, expect, it } from 'vitest';
import { pool } from '../load.testkit.ts';
import { ConnectionPool, type Connection, type Streamed } from './connection-pool.ts';
import { Limits } from './limits.ts';
import type { PoolPlan } from './plan.ts';

class Request implements Streamed<Request> {
  connection: Connection<Request> | null = null;
}

/** Pools of one cluster, one a host, and what they ask for. */
function pools(count: number, more: Partial<PoolPlan>) {
  const limits = new Limits(pool(more));
  const all = Array.from({ length: count }, () => {
    const asked: Connection<Request>[] = [];
    const carried: Request[] = [];
    const made = new ConnectionPool<Request>(limits, {
      carried: (request) => void carried.push(request),
      overflow: () => {},
      unconnected: () => {},
      connecting: (connection) => void asked.push(connection),
      held: () => {},
    });
    const send = (): Request => {
      const request = new Request();
      made.send(request);
      return request;
    };
    const stand = (index: number): Connection<Request> => {
      const connection = asked[index];
      if (!connection) throw new Error('No such connection.');
      made.connected(connection, 0);
      return connection;
    };
    return { pool: made, asked, carried, send, stand };
  });
  const [first, second = first] = all;
  if (!first || !second) throw new Error('There is no pool.');
  return { limits, first, second };
}

describe('a connection pool', () => {
  it('asks for a connection anew when what it had breaks off while requests wait', () => {
    const { first, limits } = pools(1, { maxConnections: 1 });
    const carried = first.send();
    first.stand(0);
    first.send();
    expect(first.pool.breakOff()).toEqual([carried]);
    expect(first.asked.length).toBe(2);
    expect(limits.connections).toBe(1);
  });

  // Envoy looks for room for another connection whenever one becomes free with requests left waiting.
  it('opens the connection that another host gave up as soon as one of its own is free', () => {
    const { first, second } = pools(2, { maxConnections: 2 });
    const mine = first.send();
    first.stand(0);
    const others = second.send();
    const elsewhere = second.stand(0);
    first.send();
    first.send();
    expect(first.asked.length).toBe(1);
    second.pool.release(others, 0, true);
    expect(elsewhere.open).toBe(false);
    expect(first.asked.length).toBe(1);
    first.pool.release(mine, 0, false);
    expect(first.carried.length).toBe(2);
    expect(first.asked.length).toBe(2);
  });

  it('asks for no connection that nobody waits for', () => {
    const { first } = pools(1, { http2: true });
    const request = first.send();
    first.stand(0);
    first.pool.release(request, 0, false);
    first.send();
    expect(first.asked.length).toBe(1);
  });

  it.each([true, false])('closes a connection that is too old when it is idle: HTTP/2 %s', (http2) => {
    const { first } = pools(1, { http2 });
    const request = first.send();
    const old = first.stand(0);
    first.pool.expire(old);
    expect(old.open).toBe(true);
    first.send();
    expect(first.asked.length).toBe(2);
    first.pool.release(request, 0, false);
    expect(old.open).toBe(false);
    const next = first.stand(1);
    const [, second] = first.carried;
    if (second) first.pool.release(second, 0, false);
    first.pool.expire(next);
    expect(next.open).toBe(false);
    expect(first.pool.connections).toBe(0);
  });
});
