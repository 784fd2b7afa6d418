using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KhuyenCong.Data;

/// <summary>Builds a context without an application: for migrations, verbs and tests.</summary>
public static class DesignTime
{
    public static KhuyenCongDb Create(Action<DbContextOptionsBuilder> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var options = new DbContextOptionsBuilder<KhuyenCongDb>();
        provider(options);
        options.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(o => o.UsePasskeyTables()).BuildServiceProvider());
        return new(options.Options, new DataScope(), TimeProvider.System, new WriteGate(), new Kept<ReferenceBook>());
    }
}
