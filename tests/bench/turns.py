# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The other end of turns.h: starts programs that are measured, asks them for runs in turn, and compares what came out."""

import array
import os
import statistics
import subprocess

RUNS = 15
LEAST_RUNS = 3
SHORTEST_RUN = 0.2  # as in turns.c
ENOUGH = 12.0  # seconds for all runs of a pair


class NotMeasured(Exception):
    """Says why."""


class Times:
    """Seconds of the runs of one thing; the figure is their median."""

    def __init__(self):
        self.walls, self.cpus = [], []

    def add(self, wall, cpu):
        self.walls.append(wall)
        self.cpus.append(cpu)

    @property
    def wall(self):
        return statistics.median(self.walls)

    @property
    def cpu(self):
        return statistics.median(self.cpus)

    @property
    def spread(self):
        return max(self.cpus) / min(self.cpus)


class Program:
    """A program that has loaded its rows, has warmed up, and waits for its turns."""

    def __init__(self, command, environment):
        try:
            self.process = subprocess.Popen(
                command, env={**os.environ, **environment}, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except OSError as error:
            raise NotMeasured("%s is not there" % os.path.basename(command[0])) from error
        ready = self.read()
        if ready[0] != "ready":
            self.stop()
            raise NotMeasured("it did not start")
        _, self.version, self.path, memory = ready
        self.memory = int(memory)

    def read(self):
        return self.process.stdout.readline().rstrip("\n").split("\t")

    def turn(self, part, times):
        """One run, added to the times."""
        try:
            self.process.stdin.write(part + "\n")
            self.process.stdin.flush()
            answer = self.read()
        except BrokenPipeError:
            answer = []
        if len(answer) != 5:
            self.stop()
            raise NotMeasured("it stopped in the middle")
        times.add(float(answer[2]), float(answer[3]))

    def peak_kib(self):
        """Of this program: getrusage() would also count what started it."""
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM:"))

    def stop(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def take_turns(pairs):
    """[(program, part)] run one after the other, again and again: Times of each."""
    times = [Times() for _ in pairs]
    done = 0
    spent = 0.0
    while done < LEAST_RUNS or (done < RUNS and spent < ENOUGH):
        for (program, part), of_part in zip(pairs, times):
            program.turn(part, of_part)
            spent += max(of_part.walls[-1], SHORTEST_RUN)
        done += 1
    return times


def ratio(times, others):
    """Median of the ratios in each turn: a machine that is slower for a while is so for both."""
    return statistics.median(time / other for time, other in zip(times.cpus, others))


TOLERANCE = 1e-9  # relative; tools with binary floating point do not round points as the method does


class Agreement:
    """How the results of a peer differ from those of the reference."""

    def __init__(self, ours, theirs, count):
        points, ranks = read_results(ours, count)
        their_points, their_ranks = read_results(theirs, count)
        ordered = sorted(points, reverse=True)
        self.worst = max(abs(b - a) / max(abs(a), 1e-300) for a, b in zip(points, their_points))
        differing = [row for row in range(count) if ranks[row] != their_ranks[row]]
        self.ranks_differing = len(differing)
        # Units whose points agree within the tolerance may have changed places, and no others.
        self.is_good = self.worst <= TOLERANCE and all(
            1 <= their_ranks[row] <= count
            and abs(ordered[int(their_ranks[row]) - 1] - points[row]) <= 2 * TOLERANCE * abs(points[row])
            for row in differing
        )
        self.is_exact = points == their_points and ranks == their_ranks


def read_results(path, count):
    values = array.array("d")
    with open(path, "rb") as file:
        values.fromfile(file, 2 * count)
    return values[:count], values[count:]
