import { ViewportPortal } from '@xyflow/react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useSessionState } from '../../session.tsx';
import { useSeen } from '../flow/useSeen.ts';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { EdgePill } from './EdgePill.tsx';
import {
  edgeLines,
  lineTouches,
  type EdgeLine,
  bundleBox,
  litPills,
  pillPlaces,
  type PillPlaces,
  pillBox,
} from '../../../topology/index.ts';
import { LitEdges } from './LitEdges.tsx';
import { EdgeBundle } from './EdgeBundle.tsx';
import { MeshEdge } from './MeshEdge.tsx';
import { useWays, wayKeeper } from './useWays.ts';
import styles from './MeshEdge.module.css';

// Comes with the first line that is pointed at: it is told only after a while.
const EdgeTip = lazy(async () => ({ default: (await import('./EdgeTip.tsx')).EdgeTip }));

// Comes with the first look at very many from far away.
const FarEdges = lazy(async () => ({ default: (await import('./FarEdges.tsx')).FarEdges }));

/** From this many lines in view on, each is drawn more quietly. */
const DENSE = 150;
/** From so many on, seen from far away, they are drawn as one. */
const MANY = 500;

/** Lines are long: one more or less and much is painted anew, so they come from further away than nodes. */
const SEEN = { boxOf: (line: EdgeLine) => line.box, touches: lineTouches, margin: 0.75 };

const SEEN_PILLS = { boxOf: pillBox, margin: 0.4 };
const SEEN_BUNDLES = { boxOf: bundleBox, margin: 0.4 };
const NO_PILLS: PillPlaces = { pills: [], bundles: [] };
const NO_EDGES: readonly EdgeLine[] = [];

/**
 * All edges near the view, in one drawing under the nodes. React Flow's own edges each ask again where they are with
 * every step of the view; these know, and hundreds may be seen at once.
 */
export function EdgeLayer() {
  const placed = useSessionState((state) => state.analysis.placed);
  const far = useCanvasState((state) => state.far);
  const pointedAt = useCanvasState((state) => state.hoverEdge !== null);
  const ways = useWays(placed);
  const lines = useMemo(() => edgeLines(ways), [ways]);
  const nodes = useMemo(() => new Map(placed.nodes.map(({ node }) => [node.id, node])), [placed]);
  const seen = useSeen(lines, SEEN);
  const looked = far ? NO_EDGES : seen;
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another picture has other ways, though none may be looked at
  useEffect(() => wayKeeper.settle(looked.map(({ edge }) => edge)), [placed, looked]);
  // Of thousands only those near the view are worth a place for what they say.
  const telling = lines.length > MANY ? looked : lines;
  const places = useMemo(
    () => (far ? NO_PILLS : pillPlaces(telling, placed.nodes)),
    [far, telling, placed.nodes],
  );
  const lit = useLitLines(telling);
  const extra = useMemo(
    () => (far ? NO_PILLS.pills : litPills(lit, places, placed.nodes)),
    [far, lit, places, placed.nodes],
  );
  const told = useMemo(() => (extra.length ? [...places.pills, ...extra] : places.pills), [places, extra]);
  const pills = useSeen(told, SEEN_PILLS);
  const bundles = useSeen(places.bundles, SEEN_BUNDLES);

  const many = far && seen.length > MANY;

  return (
    <>
      <Suspense>{pointedAt && <EdgeTip ways={ways} />}</Suspense>
      <ViewportPortal>
        <svg
          className={styles.layer}
          data-far={far || undefined}
          data-sketch={wayKeeper.isSketch(placed) || undefined}
          data-dense={seen.length > DENSE || undefined}
        >
          {many ? (
            <Suspense>
              <FarEdges lines={seen} />
            </Suspense>
          ) : (
            seen.map((line) => (
              <MeshEdge key={line.edge.id} line={line} source={nodes.get(line.edge.source)?.label ?? ''} />
            ))
          )}
          <LitEdges lines={seen} />
        </svg>
        <div className={styles.layer}>
          {pills.map((pill) => (
            <EdgePill key={pill.line.edge.id} {...pill} />
          ))}
          {bundles.map((bundle) => (
            <EdgeBundle
              key={bundle.lines[0]?.edge.id}
              {...bundle}
              source={nodes.get(bundle.lines[0]?.edge.source ?? '')}
            />
          ))}
        </div>
      </ViewportPortal>
    </>
  );
}

/** The lines of the way that is pointed at or selected. */
function useLitLines(lines: readonly EdgeLine[]): readonly EdgeLine[] {
  const lit = useCanvasState((state) => state.lit);
  const selection = useSessionState((state) => state.selection);
  return useMemo(() => {
    const some = lines.filter(({ edge }) => lit?.edges.has(edge.id) || isSelectedEdge(selection, edge));
    return some.length ? some : NO_EDGES;
  }, [lines, lit, selection]);
}
