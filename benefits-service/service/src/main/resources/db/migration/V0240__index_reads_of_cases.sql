-- Each view and each command of a case reads its decision and its action points; the unique indexes there are partial and serve other questions.
create index decision_case_ix on decision (municipality_code, case_id);
create index action_point_case_ix on action_point (municipality_code, case_id);
