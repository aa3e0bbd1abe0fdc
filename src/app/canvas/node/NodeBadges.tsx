import type { NodeBadge } from '../../../topology/index.ts';
import { lookOf } from '../../theme/kinds.ts';
import { KindGlyph } from '../../controls/index.ts';
import styles from './MeshNode.module.css';

/** The policies that apply to a node without standing in the way of its traffic. A click selects one. */
export function NodeBadges({ badges }: { badges: readonly NodeBadge[] }) {
  return (
    <span className={styles.badges}>
      {badges.map((badge) => (
        <span
          key={badge.resource}
          className={styles.badge}
          data-badge={badge.resource}
          title={`${lookOf(badge.kind).words} ${badge.label}`}
        >
          <KindGlyph kind={badge.kind} size={14} />
        </span>
      ))}
    </span>
  );
}
