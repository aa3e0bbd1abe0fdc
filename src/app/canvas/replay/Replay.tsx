import { ViewportPortal } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { frameAt, replayOf, type PlacedTopology, type WayStop } from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { useWays } from '../edge/useWays.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { legLines } from '../travel/wayLines.ts';
import { boxOf } from './boxOf.ts';
import { paint } from './paint.ts';
import { replayStore } from './replayStore.ts';
import { spotsOf } from './spotsOf.ts';
import styles from './Replay.module.css';

/**
 * A moment of a load, over the picture: what flows along each line, how each endpoint is, how full the pools are. What it consists
 * of is drawn once; a moment only changes attributes of it, so that nothing of the picture itself is drawn again.
 */
export default function Replay() {
  const load = useStore(replayStore, ({ shown }) => shown?.load ?? null);
  const caller = useStore(replayStore, ({ shown }) => shown?.caller ?? null);
  const topology = useSessionState((state) => state.analysis.topology);
  const drawn = useSessionState((state) => state.analysis.drawn);
  const placed = useSessionState((state) => state.analysis.placed);
  const far = useCanvasState((state) => state.far);
  const ways = useWays(placed);
  const layer = useRef<SVGSVGElement>(null);
  const tags = useRef<HTMLDivElement>(null);
  const replay = useMemo(
    () => (load && caller ? replayOf(topology, drawn, load, caller) : null),
    [topology, drawn, load, caller],
  );
  const lines = useMemo(() => {
    const lineOf = legLines(ways);
    return replay?.lines.map(({ leg }) => lineOf(leg)?.path.line ?? '') ?? [];
  }, [ways, replay]);
  const spots = useMemo(() => (replay ? spotsOf(replay) : []), [replay]);
  useLayoutEffect(() => {
    if (!replay || !layer.current || !tags.current) return;
    const painted = paint(replay, spots, layer.current, tags.current);
    const show = () => {
      const { shown } = replayStore.get();
      if (shown?.load === replay.load) painted(frameAt(replay, shown.time));
    };
    show();
    return replayStore.subscribe(show);
  }, [replay, spots]);
  if (!replay) return null;
  return (
    <ViewportPortal>
      <svg ref={layer} className={styles.layer} aria-hidden="true" data-testid="replay">
        {replay.lines.map(({ id, copies }, index) => (
          <path
            key={id}
            className={styles.line}
            d={lines[index]}
            data-line={id}
            data-copies={copies || undefined}
          />
        ))}
      </svg>
      <div ref={tags} className={styles.tags} aria-hidden="true" hidden={far}>
        {spots.map(({ stop, veiled, endpoints, pool, more }) => (
          <div key={`${stop.node} ${stop.row}`} className={styles.spot} style={placeOf(placed, stop)}>
            {veiled && <div className={styles.veil} data-veil="" />}
            <div className={styles.list} data-beside={besideOf(placed, stop)}>
              {pool !== null && (
                <span className={styles.tag} data-pool="">
                  <span className={styles.gauge} />
                  <span data-words="" />
                </span>
              )}
              {endpoints.map(({ name }) => (
                <span key={name} className={styles.tag} data-endpoint={name}>
                  <span className={styles.sign} data-sign="" />
                  {!veiled && <span>{name}</span>}
                  <span data-words="" />
                </span>
              ))}
              {more > 0 && <span className={styles.tag}>{more} more</span>}
            </div>
          </div>
        ))}
      </div>
    </ViewportPortal>
  );
}

function placeOf(placed: PlacedTopology, stop: WayStop) {
  const box = boxOf(placed, stop);
  if (!box) return { display: 'none' };
  return { transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height };
}

/** Below a row that has others under it, or where the flow runs to the right, there is no room; edges come to rows from the other side. */
function besideOf(placed: PlacedTopology, stop: WayStop): 'left' | 'right' | undefined {
  if (placed.flow === 'right') return 'right';
  return boxOf(placed, stop)?.stacked ? 'left' : undefined;
}
