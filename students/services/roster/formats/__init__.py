"""Rosters as other systems write them: files are read here, and the database is not asked.

Three formats are recognised by their header, whatever the order of its columns; further columns are
ignored. Cells are parted by commas, semicolons (Excel in much of Europe) or tabs.

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

What a file does not say stays as it is. Somebody who is gone is treated as inactive and never
deleted, so that a later roster brings them back; who is gone and unknown is not created.

An enrolment counts when its course (or its section, where it names no course) is called like a
programme's code; the other courses of a university are none of our business. An enrolment that is
``completed``, ``inactive`` or ``deleted`` ends the membership. Who has enrolments, and none of them
as a student, is no student. OneRoster's preferred names are left aside: grades are matched by the
legal ones.
"""
