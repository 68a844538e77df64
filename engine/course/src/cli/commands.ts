import type { Arguments } from './readArguments.js';

/** The commands by name; each is loaded when it is called, so that `verify` does not load the viewer. */
export const COMMANDS: Readonly<Record<string, (given: Arguments) => Promise<void>>> = {
  phantom: async given => (await import('./phantomCommand.js')).phantomCommand(given),
  verify: async given => (await import('./verifyCommand.js')).verifyCommand(given),
  plan: async given => (await import('./planCommand.js')).planCommand(given),
  protocols: async given => (await import('./protocolsCommand.js')).protocolsCommand(given),
  priors: async given => (await import('./priorsCommand.js')).priorsCommand(given),
  cohort: async given => (await import('./cohortCommand.js')).cohortCommand(given),
  svalue: async given => (await import('./svalueCommand.js')).svalueCommand(given),
  kernel: async given => (await import('./kernelCommand.js')).kernelCommand(given),
  serve: async given => (await import('./serveCommand.js')).serveCommand(given),
};

export const HELP = `graywise: planning and verification of molecular radiotherapy. For review by a medical physics expert.

  graywise phantom lu-dotatate --seed N --out DIR [--no-blur] [--fwhm-mm F] [--size small] [--cycles 1]
      [--variant extravasation|obstructed-kidney]
      writes a digital patient as DICOM, with truth.json and facts.json
  graywise verify DIR --cycle K [--out DIR2] [--facts FILE] [--workers N] [--accept-registration N:reason]
      [--comment REGION:text] [--check-uncertainty SAMPLES] [--json]
      [--measurements FILE.csv …]   planar views, probe and whole-body counts, blood samples (docs/measurements.md)
      [--protocol ID|FILE] [--dose-engine NAME] [--compare-engine NAME] [--map scans|voxel-fits]   NAME: localDeposition, voxelKernel, monteCarlo, organSValue, sphere
  graywise verify --dicomweb URL --study UID --cycle K …
      [--scans 2,4] [--single-scan [REGION=]own|population|map|haenscheid|cohort|stated:51h] [--tail fitted|physical|population]
      absorbed dose of every region with its uncertainty; writes the DICOM record to DIR2
      --scans: these time points alone; --single-scan: how one scan becomes a curve (all regions, or one);
      --tail: what decays after the last scan
      without --facts, DIR/facts.json is read when it is there
  graywise plan DIR --cycle K --limit kidneys:23Gy [--limit kidneys:39GyBED] [--limit kidneys:28GyEQD2] [--limit red-marrow:0.5Gy/cycle]
      [--target lesion-1:70Gy] [--target worst-lesion:70Gy] [--target mean-lesion:60GyBED] [--target-probability 0.9] [--cycles-left N]
      [--risk 0.05] [--activity-cap MBQ] [--licence 7400MBq] [--stock 8000MBq] [--marrow 2] [--round-to 100MBq] [--fixed 7.4GBq] [--per-kg MBQ [--weight KG]]
      [--protocol ID|FILE] [--patient-only] [--trend organs:+3%,lesions:-15%|none] [--radiobiology lesion:10Gy,1.5h]
      [--choose TITLE|MBQ --reason TEXT [--by NAME]] [--out DIR3] [--records DIR2] [--facts FILE] [--json]
      the activity of the next cycle, with the doses it would give, how likely limits and targets are kept, and alternatives; stored in DIR3
  graywise plan --cycle 1 --radiopharmaceutical 177Lu-DOTATATE --limit kidneys:23Gy --risk 0.05 [--cycles-left 4] …
      the first cycle, by the population alone
  graywise protocols [--file FILE] [--json]
      protocols of therapies: scans, organs, limits, label; a site's own is checked
  graywise priors [--radiopharmaceutical 177Lu-DOTATATE] [--facts FILE] [--json]
      population values with their provenance, and which of them is used
  graywise cohort RECORDS RECORDS … --region kidneys --id NAME --source TEXT [--out FILE] [--json]
      the curves of patients with three scans or more, a folder of records each, as a cohort for the facts of the site; --single-scan cohort uses it
  graywise svalue --nuclide Lu-177 --sphere-mm DIAMETER [--medium soft-tissue|water|bone|lung] [--surroundings same|vacuum]
      [--scattering mott|rutherford-moliere] [--chain parent|equilibrium] [--json]
  graywise svalue --nuclide Lu-177 --organ kidneys [--source kidneys] [--model adult-male|adult-female] [--mass-g M] [--chain …] [--json]
      absorbed dose per decay, Gy/(Bq s), and its parts
  graywise kernel --nuclide Y-90 --voxel X,Y,Z [--medium …] [--scattering …] [--chain …] [--range-mm R] [--out FILE] [--json]
      absorbed dose per decay in a voxel (mm) and around it; the whole kernel to FILE as JSON
  graywise serve [--data DIR] [--import DIR] [--port 3000] [--orthanc]
      archive and viewer on 127.0.0.1

Exit code: 0 done, 2 bad input (code and hint), 1 our fault. With --json standard output is one JSON document.
`;
