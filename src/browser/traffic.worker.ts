import { hearWith } from './late-desk.ts';

hearWith(() => import('./traffic-desk.ts'));
