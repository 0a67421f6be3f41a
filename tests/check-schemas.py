#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Holds schemas and documents against each other, with a validator that is not ours.

The schemas must be schemas; every document that the project ships must satisfy its own; every document of the invalid corpus must be refused
exactly when its expect.json says that a schema can see the fault; and, given the path of the dti command, so must what it writes.

Usage: check-schemas.py [DTI]
"""

import json
import pathlib
import subprocess
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    print('SKIP: needs python3-jsonschema (4.10 or later)')
    sys.exit(77)  # skipped, for Meson

ROOT = pathlib.Path(__file__).resolve().parent.parent
KINDS = ('framework', 'dossier', 'result', 'bounds', 'progress', 'submission', 'evidence', 'collection', 'form', 'units', 'unit-list', 'table', 'ranking', 'crosswalk', 'comparison', 'targets', 'assessment', 'losses', 'reconciliation')
NO_JSON = ('DTI_E_SYNTAX', 'DTI_E_LIMIT')  # what no schema ever gets to see
SHOWN = 5  # errors of one document

faults = []
checked = 0


def fault(where, text):
    faults.append(f'{where}: {text}')


def load_schemas():
    validators = {}
    for kind in KINDS:
        schema = read(ROOT / 'libdti' / 'schemas' / f'{kind}.schema.json')
        Draft202012Validator.check_schema(schema)
        if schema.get('$id') != f'urn:libdti:schema:{kind}:1':
            fault(f'{kind}.schema.json', f'$id is {schema.get("$id")!r}')
        validators[kind] = Draft202012Validator(schema, format_checker=FormatChecker())
    return validators


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))


def place(error):
    return ''.join(f'/{part}' for part in error.absolute_path) or 'the document'


def check(validators, where, document):
    """A document that must be right, of the kind that it says itself."""
    global checked
    checked += 1
    name = document.get('format', '') if isinstance(document, dict) else ''
    kind = name[len('dti-'):-len('/1')]
    if name != f'dti-{kind}/1' or kind not in validators:
        fault(where, f'format {name!r} is of no known kind')
        return
    errors = sorted(validators[kind].iter_errors(document), key=place)
    for error in errors[:SHOWN]:
        fault(where, f'{place(error)}: {error.message[:200]}')
    if len(errors) > SHOWN:
        fault(where, f'and {len(errors) - SHOWN} more')


def check_files(validators):
    groups = ('libdti/frameworks/*.json', 'libdti/collections/*.json', 'libdti/units/*.json', 'libdti/tables/*.json', 'libdti/crosswalks/*.json', 'examples/data/*.json', 'tests/data/*.json')
    for group in groups:
        paths = sorted(ROOT.glob(group))
        if not paths:
            fault(group, 'there is no such file')
        for path in paths:
            check(validators, path.relative_to(ROOT), read(path))


def check_invalid(validators):
    global checked
    folders = sorted((ROOT / 'tests' / 'data' / 'invalid').iterdir())
    for folder in folders:
        where = folder.relative_to(ROOT)
        expect = read(folder / 'expect.json')
        if expect['status'] in NO_JSON:
            if expect['schema']:
                fault(where, 'no schema can see this, but "schema" is true')
            continue
        checked += 1
        document = read(folder / 'input.json')
        refused = not validators[expect['kind']].is_valid(document)
        if refused != expect['schema']:
            verb = 'refuses' if refused else 'accepts'
            fault(where, f'the schema {verb} it, but "schema" is {str(expect["schema"]).lower()}')
    if not folders:
        fault('tests/data/invalid', 'is empty')


def check_results(validators, command):
    for dossier in sorted((ROOT / 'examples' / 'data').glob('*.json')):
        if read(dossier).get('format') != 'dti-dossier/1':
            continue
        for options in ([], ['--track', 'computed'], ['--lang', 'en']):
            line = [command, 'score', str(dossier), '--format', 'json', *options]
            where = ' '.join(['dti score', dossier.name, *options])
            run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=60)
            if run.returncode != 0:
                fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
                continue
            document = json.loads(run.stdout)
            if document.get('format') != 'dti-result/1':
                fault(where, f'format {document.get("format")!r}')
                continue
            check(validators, where, document)


def check_losses(validators, command):
    for options in ([], ['--track', 'computed', '--lang', 'en'], ['--no-tables', '--numbering', 'official']):
        line = [command, 'losses', str(ROOT / 'examples' / 'data' / 'quangnam-2022.json'), '--format', 'json', *options]
        where = ' '.join(['dti losses', *options])
        run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=60)
        if run.returncode != 0:
            fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
        else:
            check(validators, where, json.loads(run.stdout))


def check_units(validators, command):
    for options in (['--day', '2024-12-31'], ['--day', '2025-07-01'], ['Huế'], ['--units', 'vn-agencies'],
                    ['--units', 'tests/data/tiny-units.json', '--day', '2020-06-01'], ['--units', 'tests/data/tiny-units.json', 'Tân Thành']):
        line = [command, 'units', '--format', 'json', *options]
        where = ' '.join(['dti units', *options])
        run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=60, cwd=ROOT)
        if run.returncode != 0:
            fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
        else:
            check(validators, where, json.loads(run.stdout))


def check_rankings(validators, command):
    for options in ([], ['--by', 'region'], ['--basis', 'printed', '--method', 'fractional'], ['--basis', 'points'], ['--code', '1']):
        line = [command, 'rank', '2022', '--format', 'json', *options]
        where = ' '.join(['dti rank 2022', *options])
        run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=60)
        if run.returncode != 0:
            fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
            continue
        check(validators, where, json.loads(run.stdout))


def check_comparisons(validators, command):
    for options in (['2021', '2022'], ['2021', '2022', '--unit', 'Quảng Nam', '--lang', 'en'], ['2020', '2021'], ['2022', '2024']):
        line = [command, 'compare', *options, '--format', 'json']
        where = ' '.join(['dti compare', *options])
        run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=60)
        if run.returncode != 0:
            fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
            continue
        check(validators, where, json.loads(run.stdout))


def check_assessments(validators, command):
    for targets in sorted((ROOT / 'examples' / 'data').glob('targets-*.json')):
        for options in (['--no-tables'], ['--today', '2024-01-15'], ['--lang', 'en']):
            line = [command, 'targets', str(targets), '--format', 'json', *options]
            where = ' '.join(['dti targets', targets.name, *options])
            run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=60)
            if run.returncode != 0:
                fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
            else:
                check(validators, where, json.loads(run.stdout))


def check_reconciliations(validators, command):
    data = ROOT / 'examples' / 'data'
    for operands in ([data / 'quangnam-2022.json'], ['2021', '2022'], [data / 'targets-danang-2022.json', '--lang', 'en'], ['--figure', 'dti=0.6']):
        line = [command, 'reconcile', *map(str, operands), '--format', 'json']
        where = ' '.join(['dti reconcile', *map(str, operands)])
        run = subprocess.run(line, capture_output=True, encoding='utf-8', timeout=120)
        if run.returncode not in (0, 1) or not run.stdout:
            fault(where, f'exit {run.returncode}: {run.stderr.strip()}')
        else:
            check(validators, where, json.loads(run.stdout))


def main():
    validators = load_schemas()
    check_files(validators)
    check_invalid(validators)
    if len(sys.argv) > 1:
        check_results(validators, sys.argv[1])
        check_losses(validators, sys.argv[1])
        check_units(validators, str(pathlib.Path(sys.argv[1]).resolve()))
        check_rankings(validators, sys.argv[1])
        check_comparisons(validators, sys.argv[1])
        check_assessments(validators, sys.argv[1])
        check_reconciliations(validators, sys.argv[1])
    for line in faults:
        print(line, file=sys.stderr)
    print(f'{checked} documents checked against {len(validators)} schemas, {len(faults)} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
