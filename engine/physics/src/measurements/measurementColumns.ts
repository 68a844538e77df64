import type { MeasurementKind } from '../record/measurements.js';

/** What a column of numbers holds. Its name ends with its unit. */
export interface MeasurementColumn {
  readonly name: string;
  readonly kinds: readonly MeasurementKind[];
  readonly accepts: 'above 0' | '0 or more' | 'from 0 to 1';
}

const COUNTED: readonly MeasurementKind[] = ['probe', 'whole body', 'blood'];
const VIEWED: readonly MeasurementKind[] = ['planar', 'probe', 'whole body'];
const ALL: readonly MeasurementKind[] = ['planar', 'probe', 'whole body', 'blood'];

const column = (name: string, kinds: readonly MeasurementKind[], accepts: MeasurementColumn['accepts']): MeasurementColumn => ({
  name,
  kinds,
  accepts,
});

/** Columns of text. */
export const TEXT_COLUMNS = ['cycle', 'kind', 'region', 'at', 'reference_at', 'background_correction', 'comment'] as const;

/** Columns of numbers, with the kinds of measurement that they belong to. docs/measurements.md says what each means. */
export const MEASUREMENT_COLUMNS: readonly MeasurementColumn[] = [
  column('activity_MBq', VIEWED, '0 or more'),
  column('concentration_kBq_per_mL', ['blood'], '0 or more'),
  column('counts', COUNTED, '0 or more'),
  column('counts_anterior', VIEWED, '0 or more'),
  column('counts_posterior', VIEWED, '0 or more'),
  column('duration_s', ALL, 'above 0'),
  column('background_counts', COUNTED, '0 or more'),
  column('background_counts_anterior', VIEWED, '0 or more'),
  column('background_counts_posterior', VIEWED, '0 or more'),
  column('background_duration_s', COUNTED, 'above 0'),
  column('region_area_cm2', ['planar'], 'above 0'),
  column('background_area_cm2', ['planar'], 'above 0'),
  column('lower_counts_anterior', ['planar'], '0 or more'),
  column('upper_counts_anterior', ['planar'], '0 or more'),
  column('lower_counts_posterior', ['planar'], '0 or more'),
  column('upper_counts_posterior', ['planar'], '0 or more'),
  column('background_lower_counts_anterior', ['planar'], '0 or more'),
  column('background_upper_counts_anterior', ['planar'], '0 or more'),
  column('background_lower_counts_posterior', ['planar'], '0 or more'),
  column('background_upper_counts_posterior', ['planar'], '0 or more'),
  column('photopeak_width_keV', ['planar'], 'above 0'),
  column('lower_width_keV', ['planar'], 'above 0'),
  column('upper_width_keV', ['planar'], 'above 0'),
  column('thickness_cm', ['planar'], 'above 0'),
  column('source_thickness_cm', ['planar'], 'above 0'),
  column('attenuation_per_cm', ['planar'], 'above 0'),
  column('transmission', ['planar'], 'from 0 to 1'),
  column('sensitivity_per_s_per_MBq', VIEWED, 'above 0'),
  column('sample_mass_g', ['blood'], 'above 0'),
  column('efficiency_counts_per_decay', ['blood'], 'above 0'),
  column('haematocrit', ['blood'], 'from 0 to 1'),
  column('marrow_to_blood', ['blood'], 'above 0'),
  column('body_mass_kg', VIEWED, 'above 0'),
  column('body_height_cm', VIEWED, 'above 0'),
  column('region_mass_g', ['planar', 'probe'], 'above 0'),
  column('u_rel', ALL, 'from 0 to 1'),
  column('u_rel_shared', ALL, 'from 0 to 1'),
];
