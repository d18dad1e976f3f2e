"""The readers of rosters from other systems: they read files, and never the database.

Three formats are recognised by their header, whatever the order of its columns; further columns are
ignored. Cells are separated by commas, semicolons (Excel in much of Europe) or tabs.

============  ==========================  ==========================  ==========================
              our students export         Canvas SIS ``users.csv``    OneRoster ``users.csv``
============  ==========================  ==========================  ==========================
e-mail        ``Email``                   ``email``, else a           ``email``, else a
                                          ``login_id`` that is one    ``username`` that is one
name          ``Student Name``, in one    ``first_name``,             ``givenName``,
                                          ``last_name``; else         ``middleName``,
                                          ``full_name``               ``familyName``
active        ``active``                  ``active``                  ``enabledUser`` true
inactive      ``inactive``                ``suspended``               ``enabledUser`` false
gone          –                           ``deleted``                 ``tobedeleted``
programmes    ``Programme``: exactly      ``enrollments.csv``: joins  –
              these                       and leaves what it names
who is a      everybody                   by ``enrollments.csv`` and  by ``roles.csv``, or by a
student                                   ``declared_user_type``      ``role`` as 1.1 has it
============  ==========================  ==========================  ==========================

Values that a file does not contain stay as they are. A person who is gone becomes inactive and is
never deleted, so that a later roster brings them back; one who is gone and unknown is not created.

An enrolment counts when its course (or its section, where it names no course) has the name of a
programme's code; other courses of a university are ignored. An enrolment that is ``completed``,
``inactive`` or ``deleted`` ends the membership. People who have enrolments, but none as a student,
are no students. OneRoster's preferred names are ignored: grades are matched by the legal ones.
"""
