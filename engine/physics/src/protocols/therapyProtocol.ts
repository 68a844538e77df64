import type { Becquerel, Second } from '../quantities/quantity.js';
import type { CycleTrend, DoseLimit, DoseTarget, StatedRadiobiology } from '../record/cyclePlan.js';

/** Where a value of a protocol comes from. `confirmed` false: suggested, the centre must confirm it. */
export interface Provenance {
  readonly source: string;
  readonly certainty: 'read in abstract' | 'read in table' | 'recalled' | 'assumption' | 'stated by the site';
  readonly confirmed: boolean;
}

/** A limit or target of a protocol. `byDefault` false: shown, and applied only when a person asks for it. */
export type ProtocolLimit = DoseLimit & Provenance & { readonly byDefault: boolean; readonly note: string };
export type ProtocolTarget = DoseTarget & Provenance & { readonly byDefault: boolean; readonly note: string };

/** What a course of one radiopharmaceutical usually follows. Plain data. */
export interface TherapyProtocol {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly radiopharmaceutical: string;
  readonly nuclide: string;
  /** Activity of the label per cycle; null: no marketing authorisation. */
  readonly label: (Provenance & { readonly activity: Becquerel }) | null;
  readonly cycles: Provenance & { readonly number: number; readonly interval: Second; readonly intervalTolerance: Second };
  readonly imaging: Provenance & {
    /** From the administration. */
    readonly firstCycle: readonly Second[];
    /** Earliest and latest time of each scan of a later cycle. */
    readonly laterCycles: readonly (readonly [Second, Second])[];
    /** How far a scan may be from its time, as a share of it. */
    readonly toleranceRelative: number;
  };
  readonly organs: readonly string[];
  readonly lesions: boolean;
  readonly limits: readonly ProtocolLimit[];
  readonly targets: readonly ProtocolTarget[];
  /** Applied to regions for which a request states none. */
  readonly radiobiology: readonly (StatedRadiobiology & Provenance)[];
  /** Change of the dose per activity per cycle, applied where a request says nothing of one; null: the protocol has none. */
  readonly trend: (CycleTrend & Provenance) | null;
  /** The row of the therapy in table 1 of the EANM position on article 56. */
  readonly article56: {
    readonly disease: string;
    readonly agent: string;
    readonly standardised: string;
    readonly prescription: string;
    readonly dosimetry: string;
    readonly source: string;
  };
  /** What makes a use non-standardised, and what then follows. */
  readonly nonStandardised: string;
}
