"""The readers of rosters from other systems: they read files, and never the database.

Five formats are recognised by their header, whatever the order of its columns; further columns are
left aside. They come as CSV, as the first sheet of an XLSX workbook, or in a ZIP file with what
belongs to them. ``docs/rosters.md`` says for people which column becomes what, and what each
refusal means.

============  =================  =================  =================  =============  =============
              our students       Canvas             OneRoster          Moodle         Blackboard
              export
============  =================  =================  =================  =============  =============
SIS id        ``SIS ID``         ``user_id``        ``sourcedId``      ``idnumber``   ``external_
                                                                                      person_key``
e-mail        ``Email``          ``email``, else a login that is one (``login_id``, ``username``,
                                 ``user_id``)
name          ``Student Name``,  in its parts; Canvas' ``full_name`` where it has no others
              in one
active        ``Status``         ``status``         ``enabledUser``    ``suspended``  ``available_
                                                                                      ind``
gone          –                  ``deleted``        ``tobedeleted``    ``deleted``    ``row_status``
cohort        ``Cohort``         ``cohort``         ``cohort``         ``cohort1``    ``cohort``
programmes    ``Programme``:     enrollments.csv:   –                  –              –
              exactly these      joins and leaves
who is a      everybody          enrollments.csv,   roles.csv (1.1:    ``role1`` …    ``institution_
student                          ``declared_user_   ``role``)                         role``
                                 type``
============  =================  =================  =================  =============  =============

Values that a file does not contain stay as they are. A person who is gone becomes inactive and is
never deleted, so that a later roster brings them back; one who is gone and unknown is not created.

An enrolment counts when its course (or its section, where it names no course) has the name of a
programme's code; other courses of a university are left aside. An enrolment that is over ends the
membership. People who have enrolments, but none as a student, are no students. OneRoster's
preferred names are left aside: grades are matched by the legal ones.

A file goes through these hands: its bytes (``contents``, ``archives``), its kind and encoding
(``kinds``, ``encodings``), its rows (``csv_files``, ``sheets``), its columns (``layouts``), its
people (``reader``, the formats), and what several lines say of one person (``repeated``).
"""
