import { Component, type ReactNode } from 'react';
import { toRefusal } from '../actions/toRefusal.js';
import { RefusalNote } from './RefusalNote.js';

/** Keeps a fault of ours in its own panel: it says so there, and the rest of the viewer works on. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly fault: unknown }> {
  override state: { readonly fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { readonly fault: unknown } {
    return { fault };
  }

  override render(): ReactNode {
    return this.state.fault === null ? this.props.children : <RefusalNote refusal={toRefusal(this.state.fault)} />;
  }
}
