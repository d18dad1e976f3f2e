from django.urls import path

from accounts import views

urlpatterns = [
    path("auth/login", views.LoginView.as_view()),
    path("auth/refresh", views.RefreshView.as_view()),
    path("auth/logout", views.LogoutView.as_view()),
    path("users/me", views.ProfileView.as_view()),
    path("users/me/change-password", views.ChangePasswordView.as_view()),
]
