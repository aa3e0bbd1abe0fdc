import { useStoreApi, useReactFlow } from '@xyflow/react';
import { useEffect, useLayoutEffect, useMemo, useRef, type PointerEvent } from 'react';
import { groupBy } from '../../controls/groupBy.ts';
import { useSessionState } from '../../session.tsx';
import { useResolvedTheme } from '../../theme/useTheme.ts';
import { boundsOf } from '../flow/view.ts';
import { nodeToken } from '../../../topology/index.ts';
import { mapScale, viewAt, windowOnMap } from './mapScale.ts';
import styles from '../Minimap.module.css';

const SIZE = { width: 200, height: 140 };

/**
 * The map itself: painted once for a picture, with a frame for the window that moves over it. A press or a drag moves
 * the view there; the keyboard has other ways to go anywhere.
 */
export function MapDrawing() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const theme = useResolvedTheme();
  const placed = useSessionState((state) => state.analysis.placed);
  const scale = useMemo(() => {
    const bounds = boundsOf(placed);
    return bounds && mapScale(bounds, SIZE);
  }, [placed]);
  const drawing = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const canvas = drawing.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !scale) return;
    const paint = () => {
      const dense = window.devicePixelRatio || 1;
      canvas.width = SIZE.width * dense;
      canvas.height = SIZE.height * dense;
      context.scale(dense, dense);
      const tokens = getComputedStyle(canvas);
      for (const [token, nodes] of groupBy(placed.nodes, ({ node }) => nodeToken(node))) {
        context.fillStyle = tokens.getPropertyValue(`--${token}`);
        for (const { x, y, width, height } of nodes) {
          const [w, h] = [Math.max(1.5, width * scale.scale), Math.max(1, height * scale.scale)];
          context.fillRect(x * scale.scale + scale.dx, y * scale.scale + scale.dy, w, h);
        }
      }
    };
    // Once the picture itself is on the screen: the first look is not at the map, and asking for its colours before
    // would have the browser work out those of all nodes at once.
    let timer: ReturnType<typeof setTimeout>;
    const painting = requestAnimationFrame(() => (timer = setTimeout(paint)));
    return () => {
      cancelAnimationFrame(painting);
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another theme has other colours
  }, [placed, scale, theme]);

  useLayoutEffect(() => {
    if (!scale) return;
    const move = () => {
      const { transform, width, height } = store.getState();
      const view = { x: transform[0], y: transform[1], zoom: transform[2] };
      const seen = windowOnMap(scale, view, { width, height });
      const style = frame.current?.style;
      if (!style) return;
      style.transform = `translate(${seen.x}px, ${seen.y}px)`;
      style.width = `${seen.width}px`;
      style.height = `${seen.height}px`;
    };
    move();
    return store.subscribe(move);
  }, [store, scale]);

  const press = (event: PointerEvent) => {
    if (!scale || event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    const { width, height } = store.getState();
    void flow.setViewport(viewAt(scale, point, flow.getZoom(), { width, height }));
  };

  return (
    <div
      className={`${styles.drawing} nopan nowheel`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        press(event);
      }}
      onPointerMove={press}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn, not loaded */}
      <canvas ref={drawing} role="img" aria-label="Map of the mesh" />
      <div ref={frame} className={styles.frame} />
    </div>
  );
}
