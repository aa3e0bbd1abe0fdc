import { EdgeGrips } from '../connect/EdgeGrips.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';

/** All that is drawn of edges. */
export default function Edges() {
  return (
    <>
      <EdgeLayer />
      <EdgeGrips />
    </>
  );
}
