using System.Security.Cryptography;
using System.Text.Json;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using Microsoft.AspNetCore.DataProtection;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Carries a dossier as a form first showed it through the browser and back: what a later save is merged over, sealed for its reader.</summary>
public sealed class ShownText(IDataProtectionProvider protection, Viewer viewer)
{
    private readonly IDataProtector protector = protection.CreateProtector("shown-project", viewer.UserId.ToString("N"), viewer.ProvinceCode);

    public string Seal(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return For(project).Protect(ProgrammeJson.Write(project.Text));
    }

    /// <summary>Null for a token that is missing, damaged, of another dossier or somebody else's.</summary>
    public ProjectText? Open(Project project, string? token)
    {
        ArgumentNullException.ThrowIfNull(project);
        try
        {
            return string.IsNullOrEmpty(token) ? null : ProgrammeJson.Read<ProjectText>(For(project).Unprotect(token));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector For(Project project) => protector.CreateProtector(project.ProjectId.ToString("N"));
}
