"""Independent judge: scipy.signal.fftconvolve in double precision. fftconvolve.py nx ny nz hx hy hz octant volume result"""
import sys
import numpy as np
from scipy import signal

nx, ny, nz, hx, hy, hz = map(int, sys.argv[1:7])
octant = np.fromfile(sys.argv[7], np.float32).reshape(hz + 1, hy + 1, hx + 1).astype(float)
volume = np.fromfile(sys.argv[8], np.float32).reshape(nz, ny, nx).astype(float)
distance = [np.abs(np.arange(-half, half + 1)) for half in (hz, hy, hx)]
full = signal.fftconvolve(volume, octant[np.ix_(*distance)], mode="full")
full[hz : hz + nz, hy : hy + ny, hx : hx + nx].tofile(sys.argv[9])
