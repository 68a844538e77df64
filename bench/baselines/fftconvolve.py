"""scipy.signal.fftconvolve as a contender: fftconvolve.py float32|float64 nx ny nz hx hy hz octant volume

Standard input: "go" convolves and answers with the CPU seconds; "peak" answers with the peak resident memory in bytes; "write PATH" writes the result in
double precision and answers with its greatest value.
"""
import resource
import sys

import numpy as np
from scipy import signal

kind = sys.argv[1]
nx, ny, nz, hx, hy, hz = map(int, sys.argv[2:8])
octant = np.fromfile(sys.argv[8], np.float32).reshape(hz + 1, hy + 1, hx + 1)
distance = [np.abs(np.arange(-half, half + 1)) for half in (hz, hy, hx)]
kernel = octant[np.ix_(*distance)].astype(kind)
volume = np.fromfile(sys.argv[9], np.float32).reshape(nz, ny, nx).astype(kind)


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


for line in sys.stdin:
    command, _, argument = line.strip().partition(" ")
    if command == "peak":
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, flush=True)
    elif command == "write":
        result.astype(np.float64).tofile(argument)
        print(float(result.max()), flush=True)
    else:
        start = cpu_seconds()
        result = signal.fftconvolve(volume, kernel, mode="same")
        print(cpu_seconds() - start, flush=True)
